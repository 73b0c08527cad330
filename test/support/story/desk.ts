import type { ShownOption, ShownOptions } from '../driving-service';
import type { ShownCorrection } from '../shipments-service';
import { expectThat } from './caller';
import type { Phone } from './phone';
import { checkOf, hers, propose, type Stage } from './stage';
import { addressText, checkInWords, optionInWords } from './words';

const QUESTION = 'Kun je vandaag nog langs Lindelaan 12?';

/** She mails a correction that is mixed the other way round: it is blocked, and says why. */
export async function mailsMixedAgain(stage: Stage, shipmentId: string): Promise<ShownCorrection> {
  const { tell } = stage;
  tell(
    'Vera',
    'hears that something is wrong, and mails her new postcode with her old street: Kerkstraat 12, 8962 KL.',
  );
  const correction = await propose(stage, shipmentId, {
    by: 'agent',
    address: hers.mixedAgain,
    source: 'email',
  });
  const check = checkOf(correction);
  expectThat(correction.state === 'blocked', 'a correction that is mixed again is blocked');
  expectThat(
    check.reasons.some(({ code }) => code === 'CORRECTION_STILL_MIXED'),
    'and says that it is',
  );
  tell('Klopt', 'blocks it.', ...checkInWords(check));
  return correction;
}

/** The agent sees what can still be done for the address that is meant. */
export async function looksWhatCanBeDone(stage: Stage, correction: ShownCorrection): Promise<ShownOption> {
  const { options, address } = await optionsNow(stage, correction);
  stage.tell(
    'Desk',
    `looks what can still be done for ${addressText(address)}.`,
    ...options.map(optionInWords),
  );
  return sameRoute(options);
}

/** The route has moved on since: the option that is approved is the one of now. */
export async function looksAgain(stage: Stage, correction: ShownCorrection): Promise<ShownOption> {
  const option = sameRoute((await optionsNow(stage, correction)).options);
  stage.tell('Desk', 'looks again, as the route has moved on.', optionInWords(option));
  return option;
}

async function optionsNow({ agent }: Stage, correction: ShownCorrection): Promise<ShownOptions> {
  return (await agent.get<ShownOptions>(`${pathOf(correction)}/options${meant(correction)}`)).body;
}

function sameRoute([same]: readonly ShownOption[]): ShownOption {
  expectThat(same?.kind === 'same_route' && same.allowed, 'the driver can still be reached');
  return same;
}

/** For a blocked correction the candidate that is her new address. */
function meant({ check, state }: ShownCorrection): string {
  if (state !== 'blocked') return '';
  const wanted = check?.candidates.findIndex(({ address }) => address.street === hers.new.street) ?? -1;
  expectThat(wanted !== -1, 'her new address is among the candidates');
  return `?candidate=${wanted}`;
}

/** The agent asks the driver, who answers with one tap. */
export async function asksDriver(stage: Stage, phone: Phone, shipmentId: string): Promise<void> {
  const { agent, tell } = stage;
  await agent.post(`/v1/routes/${phone.routeId}/questions`, { body: { text: QUESTION, shipmentId } });
  tell('Desk', `asks the driver: "${QUESTION}"`);
  const { id, text } = await phone.told('question');
  expectThat(text === QUESTION, 'the driver is asked what was asked');
  await phone.tap({ kind: 'answered', instructionId: id, answer: 'yes' });
  await phone.until(({ instruction }) => instruction?.id === id && instruction.state === 'acknowledged');
  tell('Driver', 'answers with one tap: yes.');
}

/** One approval: the correction, the stop, the sequence, what the driver is told and the window. */
export async function approves(
  { agent }: Stage,
  correction: ShownCorrection,
  { kind, routeVersion, routeId }: ShownOption,
): Promise<ShownCorrection> {
  const address = correction.state === 'blocked' ? { address: hers.new } : {};
  const body = { ...address, option: { kind, routeVersion, routeId } };
  const { etag } = await agent.get(pathOf(correction));
  const approved = await agent.post<ShownCorrection>(`${pathOf(correction)}/approve`, { body, etag });
  expectThat(approved.body.state === 'pushed', 'one approval pushes it to the driver');
  return approved.body;
}

export async function correctionNow(stage: Stage, correction: ShownCorrection): Promise<ShownCorrection> {
  return (await stage.shop.get<ShownCorrection>(pathOf(correction))).body;
}

function pathOf({ shipmentId, id }: ShownCorrection): string {
  return `/v1/shipments/${String(shipmentId)}/corrections/${id}`;
}
