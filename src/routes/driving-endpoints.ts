import type { Endpoint } from '../http/endpoint';
import { alertsEndpoints } from './alerts/alerts-endpoints';
import { deviceEventsEndpoints } from './devices/device-events-endpoints';
import { feedEndpoints, type FeedEndpointsDependencies } from './feed/feed-endpoints';
import { questionsEndpoints } from './instructions/questions-endpoints';
import type { DeviceEventsDependencies } from './devices/record-device-events';

export type DrivingDependencies = FeedEndpointsDependencies & DeviceEventsDependencies;

/** What goes to and fro between a driver and the desk while a route is driven, what is asked most first. */
export function drivingEndpoints(dependencies: DrivingDependencies): Endpoint[] {
  return [
    ...deviceEventsEndpoints(dependencies),
    ...feedEndpoints(dependencies),
    ...questionsEndpoints(dependencies),
    ...alertsEndpoints(dependencies),
  ];
}
