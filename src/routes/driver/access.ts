/** What lets this device see its one route. */
export interface Access {
  routeId: string;
  token: string;
}

/** The access that a QR code carries behind the `#`, where no server and no log ever sees it. */
export function accessIn(fragment: string): Access | null {
  const [, routeId = '', token = ''] = /^#([\w-]{1,64})\/([\w.-]{1,200})$/.exec(fragment) ?? [];
  return token === '' ? null : { routeId, token };
}
