import { send } from '../export.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => send(event, 'csv');
