import type { Said } from './case-words';

/** What a customer can be told of a parcel whose address was in question. */
export const SITUATIONS = [
  'in_question',
  'not_today',
  'redirect_unseen',
  'take_back_unseen',
  'corrected',
  'window',
  'at_risk',
  'late',
  'today',
  'another_day',
  'kept',
  'returned',
  'on_its_way',
  'delivered',
  'delivered_too_soon',
  'tried',
  'cancelled',
  'missing',
] as const;
export type CustomerSituation = (typeof SITUATIONS)[number];

/** What is filled in: {order}, {address}, {window} and so on. A sentence with nothing to fill it is left out. */
export const SENTENCES: Readonly<Record<CustomerSituation, readonly Said[]>> = {
  in_question: [
    [
      'Het adres van uw pakket (bestelling {order}) klopt nog niet helemaal.',
      'The address of your parcel (order {order}) is not quite right yet.',
    ],
    ['{doubt}', '{doubt}'],
    ['{question}', '{question}'],
    [
      'Zodra vaststaat wat er met uw pakket gebeurt, hoort u dat van ons.',
      'As soon as it is settled what happens with your parcel, you will hear from us.',
    ],
  ],
  not_today: [
    [
      'Het adres van uw pakket (bestelling {order}) klopte niet, en vandaag kan de bezorger er niet meer heen.',
      'The address of your parcel (order {order}) was not right, and the driver can no longer go there today.',
    ],
    ['{question}', '{question}'],
    [
      'Wij zoeken uit wanneer het wel kan. Zodra dat vaststaat, hoort u het van ons.',
      'We are finding out when it can be done. As soon as that is settled, you will hear from us.',
    ],
  ],
  redirect_unseen: [
    [
      'Wij hebben het adres van uw pakket (bestelling {order}) gewijzigd in {address}.',
      'We have changed the address of your parcel (order {order}) to {address}.',
    ],
    [
      'De bezorger is al onderweg en heeft de wijziging nog niet bevestigd. Daarom kunnen wij u nog niets toezeggen.',
      'The driver is on the way and has not confirmed the change yet. That is why we cannot promise anything yet.',
    ],
    [
      'Zodra de bezorger haar heeft bevestigd, hoort u wanneer hij komt. U hoeft niets te doen.',
      'As soon as the driver has, you will hear when to expect your parcel. You need not do anything.',
    ],
  ],
  take_back_unseen: [
    [
      'Het adres van uw pakket (bestelling {order}) is nu {address}.',
      'The address of your parcel (order {order}) is now {address}.',
    ],
    [
      'Wij hebben de bezorger gevraagd het pakket mee terug te nemen. Die heeft dat nog niet bevestigd, en daarom kunnen wij u nog niets toezeggen.',
      'We have asked the driver to bring the parcel back. That has not been confirmed yet, which is why we cannot promise anything yet.',
    ],
    [
      'Zodra de bezorger het heeft bevestigd, hoort u hoe het verder gaat. U hoeft niets te doen.',
      'As soon as the driver has, you will hear what happens next. You need not do anything.',
    ],
  ],
  corrected: [
    [
      'Wij hebben het adres van uw pakket (bestelling {order}) gewijzigd in {address}.',
      'We have changed the address of your parcel (order {order}) to {address}.',
    ],
    [
      'Het gaat daarheen. Hoe laat de bezorger komt, is nog niet bekend. U hoeft niets te doen.',
      'It will go there. At what time the driver comes is not known yet. You need not do anything.',
    ],
  ],
  window: [
    [
      'De bezorger weet dat uw pakket (bestelling {order}) naar {address} moet.',
      'The driver knows that your parcel (order {order}) is to go to {address}.',
    ],
    [
      'U krijgt het {day} {window}. U hoeft niets te doen.',
      'You will get it {day} {window}. You need not do anything.',
    ],
  ],
  at_risk: [
    [
      'De bezorger weet dat uw pakket (bestelling {order}) naar {address} moet, maar loopt uit.',
      'The driver knows that your parcel (order {order}) is to go to {address}, but is running late.',
    ],
    [
      'Het wordt waarschijnlijk later dan wij u hadden toegezegd. Dat spijt ons.',
      'It will probably be later than we promised you. We are sorry.',
    ],
  ],
  late: [
    [
      'Uw pakket (bestelling {order}) is later dan wij u hadden toegezegd. Dat spijt ons.',
      'Your parcel (order {order}) is later than we promised you. We are sorry.',
    ],
    [
      'De bezorger weet dat het naar {address} moet, en heeft het nog bij zich. Hoe laat het wordt, kunnen wij niet zeker zeggen.',
      'The driver knows that it is to go to {address}, and still has it. We cannot say for sure how late it will be.',
    ],
  ],
  today: [
    [
      'De bezorger weet dat uw pakket (bestelling {order}) naar {address} moet, en komt vandaag.',
      'The driver knows that your parcel (order {order}) is to go to {address}, and will come today.',
    ],
    [
      'Hoe laat, is nog niet bekend. U hoeft niets te doen.',
      'At what time is not known yet. You need not do anything.',
    ],
  ],
  another_day: [
    [
      'Uw pakket (bestelling {order}) gaat naar {address}, maar niet meer vandaag.',
      'Your parcel (order {order}) will go to {address}, but not today.',
    ],
    [
      'Wij bezorgen het {onDay}. U hoeft niets te doen.',
      'We will deliver it {onDay}. You need not do anything.',
    ],
  ],
  kept: [
    [
      'Uw pakket (bestelling {order}) wordt niet bezorgd: wij houden het op het depot vast.',
      'Your parcel (order {order}) is not being delivered: we keep it at the depot.',
    ],
    [
      'Wilt u ons laten weten wanneer wij het naar {address} mogen brengen?',
      'Would you tell us when we may bring it to {address}?',
    ],
  ],
  returned: [
    [
      'Uw pakket (bestelling {order}) gaat terug naar de webwinkel en wordt niet meer bezorgd.',
      'Your parcel (order {order}) goes back to the shop, and will not be delivered.',
    ],
    [
      'Over een nieuwe zending of uw geld terug beslist de webwinkel.',
      'The shop decides on a new parcel or your money back.',
    ],
  ],
  on_its_way: [
    [
      'Uw pakket (bestelling {order}) gaat naar {address}. U hoeft niets te doen.',
      'Your parcel (order {order}) goes to {address}. You need not do anything.',
    ],
  ],
  delivered: [
    [
      'Uw pakket (bestelling {order}) is bezorgd op {address}.',
      'Your parcel (order {order}) was delivered at {address}.',
    ],
  ],
  delivered_too_soon: [
    [
      'Uw pakket (bestelling {order}) was al afgegeven op {address} voor de wijziging van het adres de bezorger bereikte. Dat spijt ons.',
      'Your parcel (order {order}) had been handed over at {address} before the change of its address reached the driver. We are sorry.',
    ],
    [
      'Wij zoeken uit hoe u het alsnog krijgt, en u hoort het van ons.',
      'We are finding out how to get it to you all the same, and you will hear from us.',
    ],
  ],
  tried: [
    [
      'De bezorger was er, en kon uw pakket (bestelling {order}) niet afgeven.',
      'The driver was there, and could not hand over your parcel (order {order}).',
    ],
    [
      'Zodra vaststaat wanneer wij het weer proberen, hoort u het van ons.',
      'As soon as it is settled when we try again, you will hear from us.',
    ],
  ],
  cancelled: [
    [
      'De bezorging van uw pakket (bestelling {order}) is geannuleerd.',
      'The delivery of your parcel (order {order}) was cancelled.',
    ],
  ],
  missing: [
    [
      'Er is iets misgegaan met uw pakket (bestelling {order}): het is zoek of beschadigd. Dat spijt ons.',
      'Something went wrong with your parcel (order {order}): it is lost or damaged. We are sorry.',
    ],
    [
      'Wij zoeken het uit, en u hoort van ons hoe het verder gaat. U hoeft niets te doen.',
      'We are looking into it, and you will hear from us what happens next. You need not do anything.',
    ],
  ],
};

export const SUBJECTS: Readonly<Record<'open' | 'closed', Said>> = {
  open: ['Over het adres van uw pakket', 'About the address of your parcel'],
  closed: ['Over uw pakket', 'About your parcel'],
};

export const STALE_DOUBT: Readonly<Record<'one' | 'several', Said>> = {
  one: [
    'Van wat er is ingevuld, lijkt {parts} bij een eerder adres te horen.',
    'Of what was filled in, {parts} seems to belong to an earlier address.',
  ],
  several: [
    'Van wat er is ingevuld, lijken {parts} bij een eerder adres te horen.',
    'Of what was filled in, {parts} seem to belong to an earlier address.',
  ],
};

export const QUESTIONS = {
  which: ['Welk adres bedoelt u: {choices}?', 'Which address do you mean: {choices}?'],
  whether: ['Bedoelt u {choices}?', 'Do you mean {choices}?'],
  part: ['Wilt u ons dit nog laten weten: {parts}?', 'Would you let us know: {parts}?'],
  none: [
    'U hoeft nu niets te doen: wij hebben wat wij nodig hebben.',
    'You need not do anything now: we have what we need.',
  ],
} as const satisfies Record<string, Said>;

export const GREETINGS = {
  begin: ['Beste {name},', 'Dear {name},'],
  end: ['Met vriendelijke groet,', 'Kind regards,'],
} as const satisfies Record<string, Said>;
