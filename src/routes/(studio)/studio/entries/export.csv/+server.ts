import { sendTable } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendTable(event, 'csv');
