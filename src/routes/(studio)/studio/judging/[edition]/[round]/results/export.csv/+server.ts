import { sendResults } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendResults(event, 'csv');
