import { download } from '../download.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => download(event, 'geojson');
