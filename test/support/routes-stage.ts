import type { AppDependencies } from '../../src/app';
import { routeWords, type RoutesService } from './routes-service';
import { onStage, type Stage } from './shipments-stage';

/** A stage with what is done with routes in words. */
export interface RoutesStage extends Stage {
  routes: Pick<RoutesService, 'parcel' | 'planRoute' | 'route' | 'deviceOf'>;
}

/** As onStage. */
export function onRoutesStage(
  name: string,
  describeOne: (stage: RoutesStage) => void,
  overrides: Partial<AppDependencies> = {},
): void {
  onStage(
    name,
    (stage) => {
      const routes = stage as RoutesStage;
      beforeAll(() => void Object.assign(routes, { routes: routeWords(stage.service) }));
      describeOne(routes);
    },
    overrides,
  );
}
