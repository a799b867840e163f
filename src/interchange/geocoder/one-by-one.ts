import type { AskedAddress, FoundPoint, GeocodingService } from './geocoding-service.js';

/** A geocoder that is asked for one address at a time. */
export abstract class OneByOne implements GeocodingService {
  readonly batch = 1;
  readonly name: string;

  constructor(protected readonly url: URL) {
    this.name = url.hostname;
  }

  async locate(addresses: readonly AskedAddress[]): Promise<(FoundPoint | undefined)[]> {
    const found: (FoundPoint | undefined)[] = [];
    for (const address of addresses) found.push(await this.find(address));
    return found;
  }

  /** Its address with these parameters beside its own, which may be a key. */
  protected searchFor(parameters: Readonly<Record<string, string>>): URL {
    const url = new URL(this.url);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  protected abstract find(address: AskedAddress): Promise<FoundPoint | undefined>;
}
