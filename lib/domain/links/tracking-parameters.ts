/**
 * Query parameters that say who sent the reader, and change nothing of the page. Own list, kept from
 * publishers' documentation of their tools. Names are compared in lower case; `*` ends a prefix.
 */
export const trackingParameters: readonly string[] = [
  // Campaign tags: Google Analytics, Matomo, Piano (at_, xtor), Adobe, Webtrends.
  'utm_*',
  'mtm_*',
  'matomo_*',
  'pk_campaign',
  'pk_cid',
  'pk_content',
  'pk_keyword',
  'pk_kwd',
  'pk_medium',
  'pk_source',
  'piwik_*',
  'at_medium',
  'at_campaign',
  'at_custom*',
  'at_emailtype',
  'at_format',
  'at_link',
  'at_platform',
  'at_ptr_name',
  'at_recipient_*',
  'at_send_date',
  'xtor',
  'xtref',
  's_cid',
  'cmpid',
  'wt_mc',
  'wt.mc_id',
  // Click identifiers of advertisers.
  'fbclid',
  'gclid',
  'gclsrc',
  'gbraid',
  'wbraid',
  'gad_source',
  'gad_campaignid',
  'dclid',
  'msclkid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'yclid',
  'ysclid',
  'srsltid',
  'igshid',
  'igsh',
  'epik',
  'rdt_cid',
  'sccid',
  'irclickid',
  'wickedid',
  '_openstat',
  // Cross-site identifiers of analytics.
  '_ga',
  '_gl',
  // Newsletters: Mailchimp, Marketo, HubSpot, Vero, Omeda, Braze, Brevo, Klaviyo, ActiveCampaign.
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  '__hstc',
  '__hssc',
  '__hsfp',
  'hsctatracking',
  'vero_conv',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  'sib_id',
  '_kx',
  'vgo_ee',
];

/** More of them, for one host and its subdomains: the same short name is content elsewhere. */
export const hostTrackingParameters: Readonly<Record<string, readonly string[]>> = {
  'amazon.com': ['pd_rd_*', 'pf_rd_*', 'qid', 'ref_', 'sr', 'sprefix', 'crid', 'dib', 'dib_tag', 'tag'],
  'amazon.fr': ['pd_rd_*', 'pf_rd_*', 'qid', 'ref_', 'sr', 'sprefix', 'crid', 'dib', 'dib_tag', 'tag', '__mk_fr_fr'],
  'bbc.co.uk': ['ns_mchannel', 'ns_source', 'ns_campaign'],
  'facebook.com': ['__cft__*', '__tn__', '__xts__*', 'mibextid', 'rdid', 'share_url', 'hc_ref', 'fref', 'refsrc'],
  'instagram.com': ['ig_rid', 'ig_mid'],
  'linkedin.com': ['rcm', 'trackingid', 'trk', 'trkinfo', 'lipi', 'midtoken', 'midsig', 'eid', 'otptoken', 'refid'],
  'medium.com': ['source'],
  'nytimes.com': ['smid', 'smtyp'],
  'open.spotify.com': ['si', 'nd', 'context'],
  'reddit.com': ['share_id', 'rdt', 'ref_source', '$deep_link', 'correlation_id', 'post_fullname'],
  'theguardian.com': ['cmp'],
  'tiktok.com': ['_r', '_t', 'is_from_webapp', 'sender_device', 'share_app_id', 'share_link_id', 'tt_from', 'u_code'],
  'twitter.com': ['s', 't', 'ref_src', 'ref_url', 'cn', 'cxt'],
  'x.com': ['s', 't', 'ref_src', 'ref_url', 'cn', 'cxt'],
  'youtu.be': ['si', 'feature', 'pp'],
  'youtube.com': ['si', 'feature', 'pp', 'ab_channel'],
};

const exactRules = new Set(trackingParameters.filter((rule) => !rule.endsWith('*')));
const prefixes = trackingParameters.filter((rule) => rule.endsWith('*')).map((rule) => rule.slice(0, -1));

/** Whether a parameter, by its decoded lower-case name, only says who sent the reader to this host. */
export function isTrackingParameter(name: string, hostname: string): boolean {
  if (exactRules.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) return true;
  // Each parent domain in turn: a few look-ups, however long the list of hosts grows.
  for (let host = hostname; host !== ''; host = host.slice(host.indexOf('.') + 1 || host.length)) {
    const rules = Object.hasOwn(hostTrackingParameters, host) ? hostTrackingParameters[host] : undefined;
    if (rules?.some((rule) => (rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule))) return true;
  }
  return false;
}
