import type { Reroute } from '@sveltejs/kit';
import { bare } from '$lib/domain/locale';

/** English addresses (`/en/…`) are the same pages; only the words differ. */
export const reroute: Reroute = ({ url }) => bare(url.pathname);
