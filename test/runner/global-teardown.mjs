import { stopServer } from './global-setup.mjs';

export default async function globalTeardown() {
  await stopServer();
}
