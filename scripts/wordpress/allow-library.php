<?php
// WordPress asks no address of its own machine or port (wp_http_validate_url); the library of this trial is there.
$library = parse_url(getenv('LIBRARY') ?: '');
add_filter('http_request_host_is_external', fn ($external, $host) => $external || $host === ($library['host'] ?? ''), 10, 2);
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, $library['port'] ?? 80]);
// WordPress waits five seconds, and shows a link for a day after that. A busy machine may take longer.
add_filter('oembed_remote_get_args', fn ($arguments) => ['timeout' => 60] + $arguments);
