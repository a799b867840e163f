import { flawOfWebhookUrl } from './webhook-url.js';

describe('The address of a webhook', () => {
  it.each([
    'https://example.org/hooks',
    'https://hooks.example.org:8443/a/b?token=1',
    'https://93.184.215.14/',
    'https://[2606:4700:4700::1111]/hooks',
    'HTTPS://EXAMPLE.ORG',
  ])('may be %s', (url) => {
    expect(flawOfWebhookUrl(url, false)).toBeUndefined();
  });

  const notPublic = /must (be|have the full name of) a host on the public internet/;
  it.each([
    ['example.org/hooks', /must be a complete URL/],
    ['/hooks', /must be a complete URL/],
    ['https://', /must be a complete URL/],
    ['http://example.org/hooks', /must begin with https/],
    ['ftp://example.org/', /must begin with https/],
    ['file:///etc/passwd', /must be a complete URL/],
    ['javascript:alert(1)', /must be a complete URL/],
    ['https://ann:secret@example.org/', /must not have a user or a password/],
    ['https://ann@example.org/', /must not have a user or a password/],
    ['https://example.org/#here', /must not have a fragment/],
    ['https://localhost/', notPublic],
    ['https://localhost./', notPublic],
    ['https://api.localhost/', notPublic],
    ['https://printer.local/', notPublic],
    ['https://metadata.google.internal/', notPublic],
    ['https://127.0.0.1/', notPublic],
    ['https://127.1/', notPublic],
    ['https://0x7f000001/', notPublic],
    ['https://2130706433/', notPublic],
    ['https://0177.0.0.1/', notPublic],
    ['https://10.1.2.3/', notPublic],
    ['https://192.168.0.1:8443/', notPublic],
    ['https://169.254.169.254/latest/meta-data/', notPublic],
    ['https://[::1]/', notPublic],
    ['https://[::ffff:127.0.0.1]/', notPublic],
    ['https://[64:ff9b::7f00:1]/', notPublic],
    ['https://[fd00::1]/', notPublic],
    ['https://database/', /the full name of a host/],
    ['https://example.org:22/', /port 443, or a port from 1024 on/],
    ['https://example.org:80/', /port 443/],
  ])('is refused: %s', (url, flaw) => {
    expect(flawOfWebhookUrl(url, false)).toMatch(flaw);
  });

  it.each([
    'http://127.0.0.1:4000/',
    'http://localhost:4000/hooks',
    'http://[::1]:4000/',
    'https://10.0.0.1/',
  ])('may be %s in development', (url) => {
    expect(flawOfWebhookUrl(url, true)).toBeUndefined();
  });

  it.each([
    ['http://10.0.0.1/', /this machine only/],
    ['http://example.org/', /this machine only/],
    ['http://169.254.169.254/', /this machine only/],
    ['https://169.254.169.254/', notPublic],
    ['https://0.0.0.0/', notPublic],
  ])('is refused in development too: %s', (url, flaw) => {
    expect(flawOfWebhookUrl(url, true)).toMatch(flaw);
  });
});
