// Stack traces refer to lines of the sources, not of the compiled files.
process.setSourceMapsEnabled(true);
