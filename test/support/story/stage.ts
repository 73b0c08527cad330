import type { ShownRoute } from '../routes-service';
import type { ShownCheck, ShownCorrection, ShownShipment } from '../shipments-service';
import { type ApiCaller, callerBy, expectThat } from './caller';
import { Phone } from './phone';

/** Where the story plays: a service that runs, a day that was filled in, and the secrets of its people. */
export interface StoryPlace {
  url: string;
  secrets: { shop: string; agent: string; planner: string };
  /** Hears what happens, as it happens. */
  tell: (who: string, what: string, ...more: string[]) => void;
  /** How long the van is out of reach. */
  deadZoneMs: number;
  /** For whoever reads along: how long is waited between one part and the next. */
  breathMs: number;
}

/** The story's people, and what they know of her parcel. */
export interface Stage {
  shop: ApiCaller;
  agent: ApiCaller;
  planner: ApiCaller;
  tell: StoryPlace['tell'];
  deadZoneMs: number;
  /** A phone that was let in to a route. */
  phoneFor(routeId: string): Promise<Phone>;
}

export function setStage({ url, secrets, ...place }: StoryPlace): Stage {
  const planner = callerBy(url, secrets.planner);
  return {
    ...place,
    shop: callerBy(url, secrets.shop),
    agent: callerBy(url, secrets.agent),
    planner,
    phoneFor: async (routeId) => {
      const { body } = await planner.post<{ token: string }>(`/v1/routes/${routeId}/device-tokens`);
      return new Phone(url, routeId, body.token);
    },
  };
}

/** Her addresses: she moved from Kerkstraat 12 to Lindelaan 12, and is at Marktplein 4 today. */
export const hers = {
  old: { street: 'Kerkstraat', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' },
  new: { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
  today: { street: 'Marktplein', houseNumber: 4, postcode: '8956 MP', city: 'Zilverwaard' },
  /** Her new street with her old postcode. */
  mixed: { street: 'Lindelaan', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' },
  /** Her old street with her new postcode. */
  mixedAgain: { street: 'Kerkstraat', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
};

export async function shipmentNow(stage: Stage, id: string) {
  return stage.agent.get<ShownShipment>(`/v1/shipments/${id}`);
}

export async function routeNow(stage: Stage, id: string): Promise<ShownRoute> {
  return (await stage.agent.get<ShownRoute>(`/v1/routes/${id}`)).body;
}

/** Another address is proposed, by whom and from whom. */
export async function propose(
  stage: Stage,
  shipmentId: string,
  { by, ...body }: { by: 'shop' | 'agent'; address: object; source: string },
) {
  const { etag } = await shipmentNow(stage, shipmentId);
  return (await stage[by].post<ShownCorrection>(`/v1/shipments/${shipmentId}/corrections`, { body, etag }))
    .body;
}

/** What was found by a check that did not let an address through. */
export function checkOf({ check }: { check: ShownCheck | null }): ShownCheck {
  expectThat(check !== null, 'every address is checked');
  return check;
}
