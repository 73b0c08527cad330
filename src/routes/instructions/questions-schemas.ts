import { z } from 'zod';
import { shortText } from '../../http/short-text';
import { routeParams } from '../routes-schemas';

export const questionRequest = z
  .strictObject({
    text: shortText(140).meta({
      description: 'One question that can be answered by yes or no.',
      example: 'Kun je nog vóór 14:30 langs?',
    }),
    shipmentId: z.string().min(1).max(64).nullish().meta({
      description: 'The parcel that it is about, which must be on the route.',
      example: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
    }),
  })
  .meta({ id: 'QuestionRequest' });

export const instructionParams = routeParams.extend({
  instructionId: z.string().max(64).meta({ example: 'ins_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});
