import { z } from 'zod';

export const depot = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/)
  .toUpperCase()
  .meta({ description: "A depot's code.", example: 'ZLV' });
export const day = z.iso.date().meta({ description: 'In Europe/Amsterdam.', example: '2026-11-27' });
