import type { DriverInstruction, DriverStop } from '../../../src/routes/driver/contract';
import { wasAfter, type Was } from '../../../src/routes/driver/was';
import { anAddress, anInstruction, aRoute, aStop } from '../../support/driver/a-route';

const [first, second, third] = [1, 2, 3].map((number) => anAddress('Lindelaan', number)) as [
  DriverStop['address'],
  DriverStop['address'],
  DriverStop['address'],
];
const at = (address: DriverStop['address'], instructions: readonly DriverInstruction[] = []) =>
  aRoute([aStop('stp_1', { address })], { instructions });
const told = anInstruction({ id: 'ins_1', shipmentId: 'shp_1' });
const seen = { ...told, state: 'acknowledged', answeredAt: '2026-11-27T10:00:00Z' } as const;

describe('where a parcel was to go before', () => {
  it('is where the driver knew it to go', () => {
    expect(wasAfter({}, at(first), at(second))).toEqual({ shp_1: first });
  });

  it('is the first of two that came before the driver looked', () => {
    const was = wasAfter({}, at(first), at(second, [told]));
    expect(wasAfter(was, at(second, [told]), at(third, [told]))).toEqual({ shp_1: first });
  });

  it('is the second where the driver had seen that', () => {
    const was = wasAfter({}, at(first), at(second, [seen]));
    expect(wasAfter(was, at(second, [seen]), at(third, [seen]))).toEqual({ shp_1: second });
    const superseded = { ...seen, state: 'superseded' } as const;
    expect(wasAfter(was, at(second, [superseded]), at(third, [superseded]))).toEqual({ shp_1: second });
  });

  it('is nowhere once it goes where it went', () => {
    expect(wasAfter({ shp_1: first }, at(second, [told]), at(first))).toEqual({});
    expect(wasAfter({ shp_1: first }, at(second, [seen]), at(first))).toEqual({ shp_1: second });
  });

  it('is remembered of a parcel that leaves the route', () => {
    expect(wasAfter({}, at(first), aRoute([]))).toEqual({ shp_1: first });
  });

  it('is not changed by what moves nothing', () => {
    const was: Was = { shp_1: first };
    expect(wasAfter(was, at(second), at(second))).toEqual(was);
    const route = at(second);
    expect(wasAfter(was, route, { ...route, version: 9 })).toBe(was);
  });
});
