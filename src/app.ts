import type { Endpoint } from './http/endpoint';
import type { Probe } from './http/health';
import { healthEndpoints } from './http/health-endpoints';
import { createHttpApp, type HttpApp, type HttpDependencies } from './http/http-app';

export interface AppDependencies extends HttpDependencies {
  probes: readonly Probe[];
  isDraining: () => boolean;
}

/** Puts the service together. */
export function createApp(dependencies: AppDependencies): HttpApp {
  return createHttpApp(endpointsOf(dependencies), dependencies);
}

/** Every endpoint of the service, what is asked most first. */
function endpointsOf({ probes, isDraining }: AppDependencies): Endpoint[] {
  return [...healthEndpoints(probes, isDraining)];
}
