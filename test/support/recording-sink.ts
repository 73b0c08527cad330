import { formatPostcode, type PostcodeCode } from '../../src/register/names/postcode';
import type { RegisterSink, SourceAddress, StreetDetails } from '../../src/register/sources/register-sink';

/** Writes down what a source delivers, as sentences of address parts that a test can compare. */
export class RecordingSink implements RegisterSink {
  readonly places: { name: string; officialId: string | undefined }[] = [];
  readonly streets: ({ place: number; name: string } & StreetDetails)[] = [];
  readonly addresses: string[] = [];
  readonly underInvestigation: string[] = [];
  readonly formerNames: string[] = [];
  readonly formerPostcodes: string[] = [];
  readonly positions: { street: string; postcode: string; latitude: number; longitude: number }[] = [];
  readonly skipped = new Map<string, number>();

  place(name: string, officialId?: string): number {
    const known = this.places.findIndex((place) => place.name === name && place.officialId === officialId);
    return known >= 0 ? known : this.places.push({ name, officialId }) - 1;
  }

  street(place: number, name: string, details: StreetDetails = {}): number {
    const known = this.streets.findIndex((street) => street.place === place && street.name === name);
    return known >= 0 ? known : this.streets.push({ place, name, ...details }) - 1;
  }

  address({ street, postcode, houseNumber, addition, underInvestigation }: SourceAddress): void {
    const number = [houseNumber, addition].filter((part) => part !== '').join(' ');
    const written = [`${this.streetName(street)} ${number}`, postcodeText(postcode), this.placeName(street)]
      .filter((part) => part !== '')
      .join(', ');
    this.addresses.push(written);
    if (underInvestigation === true) this.underInvestigation.push(written);
  }

  formerStreetName(street: number, name: string): void {
    this.formerNames.push(`${name} is now ${this.streetName(street)}`);
  }

  formerPostcode(former: PostcodeCode, street: number, current: PostcodeCode): void {
    this.formerPostcodes.push(
      `${postcodeText(former)} is now ${postcodeText(current)} in ${this.streetName(street)}`,
    );
  }

  position(street: number, postcode: PostcodeCode, latitude: number, longitude: number): void {
    this.positions.push({
      street: this.streetName(street),
      postcode: postcodeText(postcode),
      latitude,
      longitude,
    });
  }

  leaveOut(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  private streetName(street: number): string {
    return this.streets[street]?.name ?? '?';
  }

  private placeName(street: number): string {
    return this.places[this.streets[street]?.place ?? -1]?.name ?? '?';
  }
}

function postcodeText(postcode: PostcodeCode): string {
  return postcode === 0 ? '' : formatPostcode(postcode);
}
