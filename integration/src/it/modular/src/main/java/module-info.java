/** As the README has it; compiles without a warning. */
module com.example {
    requires dev.nacre.runtime;
    requires static dev.nacre.annotations;
    requires static java.compiler;
}
