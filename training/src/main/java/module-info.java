/** Data sets, the training loop, metrics, histories and loss curves. */
module dev.nacre.training {
    requires transitive dev.nacre.runtime;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires me.tongfei.progressbar;
    requires xchart;

    exports dev.nacre.data;
    exports dev.nacre.training;
}
