import type { AddressCheckAnswer } from '../checks/answer';
import type { DeliveryAddress } from '../shipments/shipment';

/** What was decided of a correction that is right. */
export interface Approval {
  address: DeliveryAddress;
  /** What the check says of that address; null while the register is away. */
  check: AddressCheckAnswer | null;
  /** Why it is right although its check does not let it through. */
  reason: string | null;
  actor: string;
}
