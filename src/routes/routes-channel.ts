/** On which a route's id is told whenever it has changed. */
export const ROUTES_CHANNEL = 'klopt_routes';
