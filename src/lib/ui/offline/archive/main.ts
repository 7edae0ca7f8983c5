import { mount } from 'svelte';
import { archiveIds } from '$lib/domain/judging/log/archive';
import type { Archive as Data } from '$lib/domain/judging/log/archive';
import '../offline.css';
import { heldText } from '../theme';
import Archive from './Archive.svelte';

const data = JSON.parse(heldText(archiveIds.archive)) as Data;
const props = {
	data,
	log: heldText(archiveIds.log),
	known: heldText(archiveIds.key),
	tongue: document.documentElement.lang.startsWith('en') ? ('en' as const) : ('zh' as const)
};
const target = document.getElementById('page')!;
target.textContent = '';
mount(Archive, { target, props });
