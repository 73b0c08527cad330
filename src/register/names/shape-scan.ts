import { letterMask } from './fold';
import type { KeyShape, TypedShape } from './key-shape';
import { OUTLINE } from './key-shape';

const { firstAt, lengthAt, limitAt } = OUTLINE;
const SIGNIFICANT = 0x7f << OUTLINE.significantAt;
const FIRST = 0x7f << firstAt;
const LAST = 0x7f << OUTLINE.lastAt;
const LENGTH = 0xff << lengthAt;

/** Letters of the particles that may stand in one name and be missing in the other. */
const PARTICLE_MASK = letterMask('van de het t');

const Y = letterMask('y');

/** The shapes of many keys, each part of them beside that of the next. */
export interface ShapeColumns {
  masks: Int32Array;
  heads: Int32Array;
  outlines: Int32Array;
}

/** Passes over shapes, 3.5 ns each, and gives the few from `from` up to `to` that may be alike to the typed one. */
export function scanAlike(columns: ShapeColumns, typed: TypedShape, from: number, to: number): number[] {
  const { masks, heads, outlines } = columns;
  const found: number[] = [];
  for (let index = from; index < to; index++) {
    const mask = masks[index] ?? 0;
    const outline = outlines[index] ?? 0;
    if (mayBeMisspelt(typed, mask, heads[index] ?? 0, outline) || mayBeAligned(typed, mask, outline))
      found.push(index);
  }
  return found;
}

/** As scanAlike, for those that may begin or end the typed one, or be begun or ended by it. */
export function scanParts(columns: ShapeColumns, typed: KeyShape, from: number, to: number): number[] {
  const { masks, outlines } = columns;
  const found: number[] = [];
  for (let index = from; index < to; index++) {
    const mask = masks[index] ?? 0;
    if ((typed.mask & ~mask) !== 0 && (mask & ~typed.mask) !== 0) continue;
    if (mayBePart(typed, mask, outlines[index] ?? 0)) found.push(index);
  }
  return found;
}

/**
 * False only where no alignment could make one key of the other: it is as long with the same letters, or it ends as the
 * name does, begins as it or its first real word does, and has no letters that the name lacks.
 */
export function mayBeAligned(typed: TypedShape, mask: number, outline: number): boolean {
  const difference = outline ^ typed.outline;
  // The same words in another order.
  if (mask === typed.mask && (difference & LENGTH) === 0) return true;
  if ((difference & LAST) !== 0 || hasOtherLetters(typed, mask)) return false;
  if ((difference & FIRST) === 0 || (difference & SIGNIFICANT) === 0) return true;
  const first = (outline & FIRST) >>> firstAt;
  const typedFirst = (typed.outline & FIRST) >>> firstAt;
  return first === (typed.outline & SIGNIFICANT) || (outline & SIGNIFICANT) === typedFirst;
}

/** True where either has letters of its own. */
function hasOtherLetters(typed: TypedShape, mask: number): boolean {
  return (typed.significantMask & ~mask) !== 0 && (mask & ~(typed.mask | PARTICLE_MASK)) !== 0;
}

/** False only where lengths or letters differ by more than the edits that such a name may hold. */
export function mayBeMisspelt(typed: TypedShape, mask: number, head: number, outline: number): boolean {
  const limit = Math.min(typed.mostEdits, outline >>> limitAt);
  if (Math.abs((outline & LENGTH) - (typed.outline & LENGTH)) > limit << lengthAt) return false;
  return lettersFit(typed.mask, mask, limit) && bitsIn(head & ~(typed.heads[limit] ?? 0)) <= limit;
}

/**
 * False only where either has more letters of its own than so many edits bring: one each. A slip within `ij`, which keys
 * hold as `y`, may bring one more.
 */
function lettersFit(a: number, b: number, edits: number): boolean {
  if (((a ^ b) & Y) !== 0) return bitsIn(a ^ b) <= 2 * edits + 1;
  return bitsIn(a & ~b) <= edits && bitsIn(b & ~a) <= edits;
}

/** False only where neither key could begin or end the other. */
function mayBePart(typed: KeyShape, mask: number, outline: number): boolean {
  const isLonger = (outline & LENGTH) > (typed.outline & LENGTH);
  if ((isLonger ? typed.mask & ~mask : mask & ~typed.mask) !== 0) return false;
  const difference = outline ^ typed.outline;
  return (difference & LAST) === 0 || (difference & FIRST) === 0;
}

/** Counted without branches, which a scan would guess wrongly: in pairs of bits, in fours, in bytes, and these added up. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
