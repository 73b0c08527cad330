import { accountEndpoints } from './access/account-endpoints';
import { secondFactorEndpoints } from './access/second-factor-endpoints';
import { signInEndpoints, type SignInDependencies } from './access/sign-in-endpoints';
import { signOnEndpoints } from './access/sign-on-endpoints';
import { actorNames } from './access/actor-names';
import { peopleEndpoints } from './access/people-endpoints';
import { shopsEndpoints } from './access/shops-endpoints';
import { auditEndpoints } from './audit/audit-endpoints';
import { batchEndpoints } from './checks/batch-endpoints';
import { type CaseDependencies, caseEndpoints } from './cases/case-endpoints';
import { liveEndpoints, type LiveDependencies } from './cases/live-endpoints';
import { queueEndpoints } from './cases/queue-endpoints';
import { checksEndpoints, type ChecksDependencies } from './checks/checks-endpoints';
import { approvalEndpoints } from './corrections/approval-endpoints';
import type { ApprovalDependencies } from './corrections/approve-correction';
import { correctionsEndpoints } from './corrections/corrections-endpoints';
import { optionsEndpoints } from './corrections/options-endpoints';
import { deskEndpoints } from './desk/desk-endpoints';
import { docsEndpoints } from './http/docs-endpoints';
import { reasonCodesPage, type CodeExplained } from './http/docs-pages';
import type { Endpoint } from './http/endpoint';
import type { Probe } from './http/health';
import { healthEndpoints } from './http/health-endpoints';
import { createHttpApp, type HttpApp, type HttpDependencies } from './http/http-app';
import { suggestionsPageEndpoints } from './register/suggestions/suggestions-page-endpoints';
import { amendmentsEndpoints, type AmendmentsDependencies } from './register/amendments/amendments-endpoints';
import { amendmentsUpkeepEndpoints } from './register/amendments/amendments-upkeep-endpoints';
import { registerEndpoints, type RegisterDependencies } from './register/register-endpoints';
import { devicesEndpoints, type DevicesDependencies } from './routes/devices/devices-endpoints';
import { driverEndpoints, type DriverDependencies } from './routes/driver-endpoints';
import { drivingEndpoints, type DrivingDependencies } from './routes/driving-endpoints';
import { type BoardDependencies, boardEndpoints } from './routes/board/board-endpoints';
import { routeImportsEndpoints } from './routes/plans/route-imports-endpoints';
import { routesEndpoints, type RoutesDependencies } from './routes/routes-endpoints';
import { decisionsEndpoints } from './shipments/decisions-endpoints';
import { eventsEndpoints } from './shipments/events-endpoints';
import { knownAddressesEndpoints } from './shipments/known-addresses-endpoints';
import { shipmentsEndpoints, type ShipmentsDependencies } from './shipments/shipments-endpoints';

export interface AppDependencies
  extends
    HttpDependencies,
    Omit<ChecksDependencies, 'clock'>,
    Omit<AmendmentsDependencies, 'clock'>,
    Omit<RegisterDependencies, 'clock' | 'register'>,
    Omit<ShipmentsDependencies, 'clock'>,
    Omit<ApprovalDependencies, 'clock'>,
    Omit<RoutesDependencies, 'clock'>,
    Omit<DevicesDependencies, 'clock'>,
    Omit<DrivingDependencies, 'clock'>,
    Omit<LiveDependencies, 'clock'>,
    Omit<CaseDependencies, 'clock'>,
    Omit<BoardDependencies, 'clock'>,
    Omit<SignInDependencies, 'clock'>,
    DriverDependencies {
  probes: readonly Probe[];
  isDraining: () => boolean;
  reasonCodes: readonly CodeExplained[];
}

/** Puts the service together. */
export function createApp(dependencies: AppDependencies): HttpApp {
  const app = createHttpApp(endpointsOf(dependencies), dependencies);
  return {
    ...app,
    drain() {
      app.drain();
      dependencies.feedHub.drain();
      dependencies.liveHub.drain();
    },
  };
}

/** Every endpoint of the service, what is asked most first. */
function endpointsOf(dependencies: AppDependencies): Endpoint[] {
  const { probes, isDraining, reasonCodes, database } = dependencies;
  const namesOf = (ids: readonly string[]) => actorNames(database, ids);
  const endpoints: Endpoint[] = [
    ...checksEndpoints(dependencies),
    ...batchEndpoints(dependencies),
    ...registerEndpoints(dependencies),
    ...amendmentsEndpoints(dependencies),
    ...shipmentsEndpoints(dependencies),
    ...decisionsEndpoints(dependencies),
    ...eventsEndpoints(dependencies),
    ...knownAddressesEndpoints(dependencies),
    ...correctionsEndpoints(dependencies),
    ...approvalEndpoints(dependencies),
    ...optionsEndpoints(dependencies),
    ...drivingEndpoints(dependencies),
    ...routesEndpoints(dependencies),
    ...routeImportsEndpoints(dependencies),
    ...devicesEndpoints(dependencies),
    ...driverEndpoints(dependencies),
    ...signInEndpoints(dependencies),
    ...accountEndpoints(dependencies),
    ...secondFactorEndpoints(dependencies),
    ...signOnEndpoints(dependencies),
    ...queueEndpoints(dependencies),
    ...liveEndpoints(dependencies),
    ...boardEndpoints(dependencies),
    ...suggestionsPageEndpoints(dependencies),
    ...caseEndpoints(dependencies),
    ...peopleEndpoints(dependencies),
    ...shopsEndpoints(dependencies),
    ...amendmentsUpkeepEndpoints({ ...dependencies, namesOf }),
    ...auditEndpoints({ ...dependencies, namesOf }),
    ...deskEndpoints(),
    ...healthEndpoints(probes, isDraining),
    ...docsEndpoints(() => endpoints, reasonCodesPage(reasonCodes)),
  ];
  return endpoints;
}
