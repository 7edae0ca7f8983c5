import { sendVisits } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendVisits(event, 'xlsx');
