// A layer for methods on a component with an accessor and a constructor of its own.
@Network
interface FineNet {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Dense(3) float age, // wrong
        float fare) {
    Passenger(float age, float fare) {
        this.age = age;
        this.fare = fare;
    }
}
