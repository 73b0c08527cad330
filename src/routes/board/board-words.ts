import type { RouteState, StopState, WindowState } from '../states';
import type { InstructionKind } from '../instructions/instruction';
import type { Connection } from './board';

interface BoardWords {
  title: string;
  day: string;
  depot: string;
  allDepots: string;
  show: string;
  route: string;
  driver: string;
  progress: string;
  unanswered: string;
  phone: string;
  done: string;
  none: string;
  map: string;
  late: string;
  stops: string;
  address: string;
  window: string;
  estimated: string;
  parcels: string;
  state: string;
  waiting: string;
  devices: string;
  handOut: string;
  revoke: string;
  noDevice: string;
  scan: string;
  once: string;
  back: string;
  answersBy: (count: number) => string;
  ofStops: (done: number, all: number) => string;
  connections: Readonly<Record<Connection, string>>;
  states: Readonly<Record<RouteState, string>>;
  stopStates: Readonly<Record<StopState, string>>;
  windows: Readonly<Record<WindowState, string>>;
  instructions: Readonly<Record<InstructionKind, string>>;
}

/** The words of the board and of a route's page. */
export const BOARD_WORDS: Readonly<Record<'nl' | 'en', BoardWords>> = {
  nl: {
    ...{ title: 'Ritten', day: 'Dag', depot: 'Depot', allDepots: 'Alle depots', show: 'Toon', route: 'Rit' },
    ...{
      driver: 'Bezorger',
      progress: 'Gedaan',
      unanswered: 'Niet beantwoord',
      phone: 'Telefoon',
      done: 'Klaar om',
    },
    ...{
      none: 'Op deze dag zijn hier geen ritten.',
      map: 'Kaart',
      late: 'later dan de dienst',
      stops: 'Stops',
    },
    ...{ address: 'Adres', window: 'Tijdvak', estimated: 'Verwacht', parcels: 'Zendingen', state: 'Stand' },
    ...{ waiting: 'Wacht op de bezorger', devices: 'Telefoons', handOut: 'Nieuwe QR-code voor de bezorger' },
    ...{ revoke: 'Trek in', noDevice: 'Nog geen telefoon heeft deze rit geopend.' },
    scan: 'Laat de bezorger deze code scannen.',
    once: 'De code is er maar één keer: wie hem heeft, ziet deze rit. Maak een andere als hij kwijt is.',
    back: 'Terug naar de rit',
    answersBy: (count) => `${count} niet beantwoord`,
    ofStops: (done, all) => `${done} van ${all}`,
    connections: { live: 'verbonden', silent: 'stil', never: 'nog niet gezien' },
    states: { planned: 'gepland', under_way: 'onderweg', ended: 'afgelopen' },
    stopStates: {
      ...{ planned: 'te gaan', next: 'volgende', arrived: 'er nu', completed: 'afgegeven' },
      ...{ failed: 'niet gelukt', skipped: 'overgeslagen' },
    },
    windows: { estimated: 'geschat', promised: 'beloofd', met: 'gehaald', missed: 'gemist' },
    instructions: { redirect: 'ander adres', take_back: 'mee terug', question: 'vraag' },
  },
  en: {
    ...{ title: 'Routes', day: 'Day', depot: 'Depot', allDepots: 'All depots', show: 'Show', route: 'Route' },
    ...{ driver: 'Driver', progress: 'Done', unanswered: 'Unanswered', phone: 'Phone', done: 'Done at' },
    ...{
      none: 'There are no routes here on this day.',
      map: 'Map',
      late: 'later than the shift',
      stops: 'Stops',
    },
    ...{ address: 'Address', window: 'Window', estimated: 'Estimated', parcels: 'Shipments', state: 'State' },
    ...{ waiting: 'Waits for the driver', devices: 'Phones', handOut: 'A new QR code for the driver' },
    ...{ revoke: 'Revoke', noDevice: 'No phone has opened this route yet.' },
    scan: 'Have the driver scan this code.',
    once: 'The code is shown once: whoever has it sees this route. Make another one if it is lost.',
    back: 'Back to the route',
    answersBy: (count) => `${count} unanswered`,
    ofStops: (done, all) => `${done} of ${all}`,
    connections: { live: 'connected', silent: 'silent', never: 'not seen yet' },
    states: { planned: 'planned', under_way: 'under way', ended: 'over' },
    stopStates: {
      ...{ planned: 'to come', next: 'next', arrived: 'there now', completed: 'handed over' },
      ...{ failed: 'failed', skipped: 'skipped' },
    },
    windows: { estimated: 'estimated', promised: 'promised', met: 'met', missed: 'missed' },
    instructions: { redirect: 'another address', take_back: 'take back', question: 'question' },
  },
};
