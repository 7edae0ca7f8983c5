import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const fallback: RequestHandler = (event) => problem(event, 404, 'path');
