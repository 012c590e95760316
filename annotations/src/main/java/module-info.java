/** The language of Nacre: annotations that declare neural networks. */
module dev.nacre.annotations {
    exports dev.nacre.annotations;
}
