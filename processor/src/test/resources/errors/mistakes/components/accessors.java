// What stands on an accessor or a constructor's parameter is not on the component.
@Network
interface FineNet {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(@Standardize float age, float fare) {
    Passenger(float age, @MinMax float fare) { // wrong
        this.age = age;
        this.fare = fare;
    }
}
