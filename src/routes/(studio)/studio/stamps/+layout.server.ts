import { mayKeepBooks } from '$lib/domain/people/may';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { who } }) => ({ keepsBooks: mayKeepBooks(who) });
