import type { AddressableObject } from './bag-objects';
import { element } from './xml';

/** A point for a residence, an outline for a berth or stand; metres in EPSG:28992. */
export function geometryXml({ type, x, y }: AddressableObject): string {
  if (type !== 'Verblijfsobject') {
    return polygonXml(
      `${x - 4} ${y - 9} ${x + 4} ${y - 9} ${x + 4} ${y + 9} ${x - 4} ${y + 9} ${x - 4} ${y - 9}`,
    );
  }
  const position = element('gml:pos', `${x.toFixed(1)} ${y.toFixed(1)} 0.0`);
  return element('Objecten:punt', element('gml:Point', position, referenceSystem(3)));
}

export function polygonXml(corners: string): string {
  const list = element('gml:posList', corners, ` count="${corners.split(' ').length / 2}"`);
  return element('gml:Polygon', element('gml:exterior', element('gml:LinearRing', list)), referenceSystem(2));
}

function referenceSystem(dimensions: number): string {
  return ` srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="${dimensions}"`;
}
