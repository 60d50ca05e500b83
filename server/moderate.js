import {runCommand} from './command.js';

const usage = `Usage: node server/moderate.js list
       node server/moderate.js approve ID
       node server/moderate.js reject ID`;

await runCommand(usage, {
  list: async (moderation) => JSON.stringify(await moderation.waiting(), null, 2),
  approve: async (moderation, id) => {
    if (await moderation.approve(readId(id))) return `Comment ${id} is public.`;
    throw new Error(`Comment ${id} is public already, or does not exist.`);
  },
  reject: async (moderation, id) => {
    if (await moderation.reject(readId(id))) return `Comment ${id} is not shown.`;
    throw new Error(`Comment ${id} was rejected already, or does not exist.`);
  },
});

function readId(id) {
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id);
  throw new Error(usage);
}
