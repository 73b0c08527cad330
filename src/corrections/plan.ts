import type { Window } from '../routes/route';
import type { OptionKind } from '../option-costs';

/** How a correction is carried out, as an agent chose it. */
export interface CorrectionPlan {
  option: OptionKind;
  /** The route on which it was pushed, or planned. */
  routeId: string | null;
  /** The day on which the parcel is delivered then (YYYY-MM-DD); null for today. */
  day: string | null;
  /** The depot that delivers it then; null for its own. */
  depot: string | null;
  /** When the driver will be there; promised once the driver has acknowledged. */
  window: Window | null;
}
