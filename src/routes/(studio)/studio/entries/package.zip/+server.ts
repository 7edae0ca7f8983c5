import { sendPackage } from '../send.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sendPackage(event);
