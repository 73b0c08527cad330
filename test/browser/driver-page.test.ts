import type { Browser } from 'playwright-core';
import { UNDO_MS } from '../../src/routes/driver/outbox';
import { anAddress, aRoute, aStop } from '../support/driver/a-route';
import { launchBrowser, takePhone, type Phone } from '../support/driver/phone';
import { startStandIn, type StandIn } from '../support/driver/stand-in';

const stops = () => [1, 2, 3, 4].map((number) => aStop(`stp_${number}`));
const elsewhere = (number: number) =>
  aStop(`stp_9${number}`, { address: anAddress('Havenkade', 90 + number) });
const until = async (holds: () => boolean) => {
  for (let left = 400; !holds(); left -= 1) {
    if (left === 0) throw new Error('It did not come to that in eight seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe("the driver's page", () => {
  let browser: Browser;
  let standIn: StandIn;
  let phone: Phone;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    standIn = await startStandIn(aRoute(stops()));
    phone = await takePhone(browser);
    await phone.page.addInitScript(COUNTING);
  });
  afterEach(async () => {
    expect(phone.errors).toEqual([]);
    const personal = /Ontvanger|Lindelaan|Havenkade|klopt_dt_/;
    expect(phone.traces.filter((trace) => personal.test(trace.split('#')[0]!))).toEqual([]);
    await phone.context.close();
    await standIn.close();
  });

  const open = async () => {
    await phone.page.goto(standIn.link);
    await phone.reads('Verbonden');
  };
  /** Out of reach; as it is in a tunnel, the phone knows. */
  const lose = async () => {
    await phone.isKept();
    standIn.cutOff(true);
    await phone.context.setOffline(true);
    await phone.reads(/^Geen verbinding sinds \d\d:\d\d – wat u doet wordt bewaard$/);
  };
  const findAgain = async () => {
    standIn.cutOff(false);
    await phone.context.setOffline(false);
    await phone.reads('Verbonden');
  };
  const sent = (kind: string) => standIn.events().filter((event) => event.kind === kind);

  it('opens by the link of a QR code, which leaves the address bar at once', async () => {
    await open();
    await phone.reads('Stop 1 van 4');
    expect(phone.page.url()).toBe(`${standIn.url}/driver`);
    expect(await phone.page.title()).toBe('Klopt');
    await phone.page.reload();
    await phone.reads('Verbonden');
    expect(await phone.page.getByRole('link', { name: 'Navigeer' }).getAttribute('href')).toMatch(/^geo:52/);
    expect(await phone.page.getByRole('link', { name: 'Bel kantoor' }).getAttribute('href')).toBe(
      'tel:+31201234567',
    );
  });

  it('shows a change at once beside what was, by ear and hand too, and tells that it was seen', async () => {
    await open();
    await phone.page.touchscreen.tap(20, 20);
    await phone.page.evaluate("document.querySelector('main').scrollTo(0, 9999)");
    const told = standIn.service.redirect('shp_3', elsewhere(3), 1);
    await phone.reads('Nieuw adres');
    await phone.reads(/^Havenkade.93$/);
    const { y } = (await phone.page.locator('.instruction').boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(await phone.page.locator('.instruction s').innerText()).toMatch(/Burgemeester Van Tilstraat.3/);
    expect(await phone.page.locator('[aria-live=assertive]').innerText()).toMatch(
      /^Nieuw adres: Havenkade.93/,
    );
    expect(await phone.page.evaluate('[window.shaken, window.sounded > 0]')).toEqual([1, true]);
    await phone.tap('Gezien');
    await until(() => sent('acknowledged').length > 0);
    expect(sent('acknowledged')).toMatchObject([{ instructionId: told.id }]);
    await phone.reads('gewijzigd');
  });

  it('catches up after a dead zone with all that changed, and acknowledges each once', async () => {
    await open();
    await lose();
    const both = [standIn.service.redirect('shp_3', elsewhere(3), 1), standIn.service.takeBack('shp_4')];
    standIn.asked.length = 0;
    await findAgain();
    await phone.reads('1 van 2');
    expect(standIn.asked.map(({ what }) => what)).toEqual(['changes', 'stream']);
    standIn.loseNextAnswer();
    await phone.tap('Gezien');
    await phone.reads('Niet bezorgen');
    await phone.tap('Gezien');
    await until(() => standIn.service.route.instructions.every(({ state }) => state === 'acknowledged'));
    const answers = standIn.service.changes.filter(({ kind }) => kind === 'instruction_answered');
    expect(answers.map(({ instruction }) => instruction?.id)).toEqual(both.map(({ id }) => id));
    const counts = new Map(sent('acknowledged').map((event) => [event.deviceSeq, event]));
    expect(counts.size).toBe(2);
  });

  it('does a stop without network, also when it was closed and opened there, and tells it in one request', async () => {
    await open();
    await lose();
    await phone.tap('Aangekomen');
    await phone.tap('Bezorgd');
    await phone.reads('Stop 2 van 4');
    await phone.page.reload();
    await phone.reads('Stop 2 van 4');
    await phone.tap('Niet gelukt');
    await phone.tap('Verhuisd');
    await phone.reads('Stop 3 van 4');
    await phone.reads('2 acties worden nog verstuurd');
    expect(standIn.events()).toEqual([]);
    await phone.tap('Aangekomen');
    await findAgain();
    await until(() => sent('failed').length > 0);
    const requests = standIn.asked.filter(({ events }) => events.length > 0);
    expect(requests.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
      ['arrived', 'completed', 'failed'],
    ]);
    expect(standIn.service.route.stops.slice(0, 2)).toMatchObject([
      { state: 'completed' },
      { failure: 'moved' },
    ]);
  });

  it('still tells what was done on a route when the next one is opened', async () => {
    await open();
    await lose();
    await phone.tap('Aangekomen');
    await phone.tap('Bezorgd');
    await phone.page.goto(standIn.link.replace('#rte_1/', '#rte_2/'));
    await phone.reads('Uw rit wordt opgehaald…');
    await findAgain();
    await until(() => sent('completed').length > 0);
    expect(await phone.page.evaluate<string>("localStorage.getItem('klopt.driver')")).toMatch(/"left":\[\]/);
  });

  it('refuses with a reason, in two taps', async () => {
    await open();
    standIn.service.redirect('shp_3', elsewhere(3), 1);
    await phone.tap('Kan niet');
    await phone.tap('Ben er al voorbij');
    await until(() => sent('refused').length > 0);
    expect(sent('refused')).toMatchObject([{ reason: 'Ben er al voorbij' }]);
  });

  it('answers a question in one tap', async () => {
    await open();
    standIn.service.ask('Kunt u nog voor 14:30 langs?', 'shp_2');
    await phone.reads('Kunt u nog voor 14:30 langs?');
    await phone.tap('Ja');
    await until(() => sent('answered').length > 0);
    expect(sent('answered')).toMatchObject([{ answer: 'yes' }]);
  });

  it('undoes what was tapped by mistake, before anyone was told', async () => {
    await phone.page.clock.install();
    await open();
    await phone.tap('Aangekomen');
    await phone.tap('Ongedaan maken');
    await phone.page.getByRole('button', { name: 'Aangekomen' }).waitFor();
    await phone.tap('Aangekomen');
    await phone.page.clock.fastForward(UNDO_MS);
    await until(() => sent('arrived').length > 0);
    expect(standIn.events()).toHaveLength(1);
  });

  it('takes a double tap for one', async () => {
    await open();
    const { page } = phone;
    const { x, y, width, height } = (await page.getByRole('button', { name: 'Aangekomen' }).boundingBox())!;
    for (let taps = 0; taps < 2; taps += 1) await page.touchscreen.tap(x + width / 2, y + height / 2);
    await phone.reads('Stop 1: aangekomen');
    await page.getByRole('button', { name: 'Bezorgd' }).waitFor();
  });

  it('says that it is not live where a connection is dead and nobody says so', async () => {
    await phone.page.clock.install();
    await open();
    await phone.page.clock.fastForward(39_000);
    expect(await phone.page.getByText('Verbonden').isVisible()).toBe(true);
    await phone.page.route('**/v1/**', (route) => route.abort());
    await phone.page.clock.fastForward(3_000);
    await phone.reads(/^Geen verbinding sinds/);
  });

  it('says what to do when its token is revoked, forgets names and addresses, and keeps what was done', async () => {
    await phone.page.clock.install();
    await open();
    await lose();
    await phone.tap('Aangekomen');
    await phone.tap('Bezorgd');
    standIn.revoke(true);
    standIn.cutOff(false);
    await phone.context.setOffline(false);
    await phone.reads('Uw toegang is verlopen of ingetrokken');
    const kept = await phone.page.evaluate<string>("localStorage.getItem('klopt.driver')");
    expect(kept).toMatch(/"kind":"arrived"/);
    expect(kept).not.toMatch(/Ontvanger|Lindelaan/);
    standIn.revoke(false);
    await phone.page.goto(standIn.link);
    await phone.reads('Verbonden');
    await phone.page.clock.fastForward(UNDO_MS);
    await until(() => sent('completed').length > 0);
  });

  it('reports where the van is, where the driver lets it', async () => {
    await phone.context.grantPermissions(['geolocation']);
    await phone.context.setGeolocation({ latitude: 52.11, longitude: 5.18 });
    standIn.service.route = { ...standIn.service.route, state: 'planned' };
    await open();
    expect(sent('position')).toEqual([]);
    await phone.tap('Rit beginnen');
    await until(() => sent('position').length > 0);
    expect(sent('position')).toMatchObject([{ place: { lat: 52.11, lon: 5.18 } }]);
  });
});

/** As text, since it runs in the browser. */
const COUNTING = `
  window.shaken = 0;
  window.sounded = 0;
  navigator.vibrate = () => (window.shaken += 1);
  window.OscillatorNode = class extends OscillatorNode {
    constructor(...given) {
      super(...given);
      window.sounded += 1;
    }
  };
`;
