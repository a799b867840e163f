/** Below it are the scripts and styles of the pages. */
export const ASSETS = '/assets/';
