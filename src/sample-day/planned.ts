import type { EnteredAddress, EnteredKnownAddress } from '../checks/address';
import type { CorrectionSource } from '../corrections/correction';
import type { ScanCodeName } from '../shipments/scan-codes';
import type { FailureReason } from '../shipments/shipment';
import type { CastShop } from './cast';
import type { Customer } from './customers';
import type { TownAddress } from './town';

/** A scan of the sample's; like all its times, so long before now. */
export interface PlannedScan {
  code: ScanCodeName;
  reason: FailureReason | null;
  agoMs: number;
}

/** What is put right, and by whom: the shop at once, or a mail to the desk; a mail may be mixed again. */
export type CorrectionKind = 'right_by_shop' | 'right_by_mail' | 'mixed_again_by_mail' | 'moved_by_mail';

export interface PlannedCorrection {
  by: 'shop' | 'agent';
  source: CorrectionSource;
  entry: EnteredAddress;
  agoMs: number;
}

/** A shipment of the sample's, and all that happens to it. */
export interface PlannedShipment {
  shop: CastShop;
  reference: string;
  customer: Customer;
  /** Whether the shop names its customer, so that earlier addresses tell of a mix. */
  isNamed: boolean;
  entry: EnteredAddress;
  /** Where it is delivered without a question; null where its address is one. */
  goesTo: TownAddress | null;
  /** What the shop itself says that its customer is known by. */
  known: readonly EnteredKnownAddress[];
  depot: string | null;
  /** A date; null for shipments of earlier days. */
  promisedOn: string | null;
  driverNote: string | null;
  agoMs: number;
  scans: readonly PlannedScan[];
  correction: PlannedCorrection | null;
}
