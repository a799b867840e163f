// Stack traces name lines of the sources, not of what was compiled from them.
process.setSourceMapsEnabled(true);
