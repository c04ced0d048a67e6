/**
 * Loaded before a program that knows nothing of it (`node --import`): sends its calls for Microsoft's hosts to the local Microsoft 365. To the
 * program that is what a network's name service would be.
 */
import { redirectMicrosoft } from '#infra/local/redirect.ts';

const { TEST_M365_URL } = process.env;
if (!TEST_M365_URL) throw new Error('TEST_M365_URL says where the local Microsoft 365 is');
redirectMicrosoft(TEST_M365_URL);
