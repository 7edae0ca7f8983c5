import { sendList } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendList(event, 'csv');
