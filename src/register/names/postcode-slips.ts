import type { PostcodeCode } from './postcode';
import { mayExist } from './postcode';

/** A postcode's characters, four digits and two letters: how many each may be, and what one step of it adds to the code. */
const CHARACTERS = [
  { choices: 10, step: 676_000 },
  { choices: 10, step: 67_600 },
  { choices: 10, step: 6_760 },
  { choices: 10, step: 676 },
  { choices: 26, step: 26 },
  { choices: 26, step: 1 },
] as const;

function characterOf(postcode: PostcodeCode, index: number): number {
  const { choices, step } = CHARACTERS[index] ?? CHARACTERS[0];
  return Math.floor(postcode / step) % choices;
}

/** True where one slip of the finger makes one postcode of the other: a wrong character, or two neighbours swapped. */
export function isOneSlip(a: PostcodeCode, b: PostcodeCode): boolean {
  const differing: number[] = [];
  for (let index = 0; index < CHARACTERS.length; index++)
    if (characterOf(a, index) !== characterOf(b, index)) differing.push(index);
  const [first, second] = differing;
  if (first === undefined || second === undefined) return first !== undefined;
  return differing.length === 2 && second === first + 1 && swapped(a, first) === b;
}

/** All postcodes one slip away; digits stay digits and letters letters. */
export function postcodesOneSlipAway(postcode: PostcodeCode): PostcodeCode[] {
  const slips: PostcodeCode[] = [];
  CHARACTERS.forEach(({ choices, step }, index) => {
    const first = postcode - characterOf(postcode, index) * step;
    for (let choice = 0; choice < choices; choice++) slips.push(first + choice * step);
    slips.push(swapped(postcode, index));
  });
  return slips.filter((slip) => slip !== postcode && mayExist(slip));
}

/** With the character at an index and the next one swapped; the same where one is a digit and the other a letter. */
function swapped(postcode: PostcodeCode, index: number): PostcodeCode {
  const [one, next] = [CHARACTERS[index], CHARACTERS[index + 1]];
  if (one?.choices !== next?.choices || one === undefined || next === undefined) return postcode;
  const difference = characterOf(postcode, index + 1) - characterOf(postcode, index);
  return postcode + difference * (one.step - next.step);
}
