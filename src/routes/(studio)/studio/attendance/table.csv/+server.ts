import { sendAttendance } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendAttendance(event, 'csv');
