import { Problem } from '../http/problem';

/** A case that somebody else has. */
export function takenBy(name: string): Problem {
  return new Problem('conflict', {
    detail: {
      nl: `${name} heeft deze zaak al. Overleg, of vraag om haar over te dragen.`,
      en: `${name} has this case already. Talk to them, or ask them to hand it over.`,
    },
    extensions: { takenBy: name },
  });
}

/** A case that is not the one's that its caller saw, since it is nobody's. */
export function takenByNobody(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Deze zaak is inmiddels van niemand meer; bekijk de wachtrij opnieuw.',
      en: 'This case is nobody’s any more; look at the queue anew.',
    },
    extensions: { takenBy: null },
  });
}

/** A shipment of which nothing is to be done. */
export function nothingWaits(): Problem {
  return new Problem('conflict', {
    detail: {
      nl: 'Voor deze zending is niets meer te doen; iemand anders was eerder klaar.',
      en: 'There is nothing left to do for this shipment; somebody else has done it.',
    },
  });
}

/** Someone else's case, which only they and those who lead the desk hand over. */
export function notYours(name: string): Problem {
  return new Problem('forbidden', {
    detail: {
      nl: `Deze zaak is van ${name}; alleen ${name} of een teamleider draagt haar over.`,
      en: `This case is ${name}’s; only they or a supervisor hand it over.`,
    },
  });
}

/** Someone who does not work at the desk for this shipment's depot. */
export function notAtThisDesk(): Problem {
  const message = {
    nl: 'Deze persoon werkt niet, of niet meer, aan zendingen van dit depot.',
    en: 'This person does not work on shipments of this depot, or no longer does.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/to', code: 'not_at_this_desk', message }],
  });
}
